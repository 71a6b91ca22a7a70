/** A seeded source of randomness: the same seed gives the same numbers on every machine and in every engine. */
export interface Random {
  /** Uniform on [0, 1) with 53 random bits. */
  next(): number;
  /** Uniform on the integers 0 … count - 1, without bias; count from 1 to 2^32. */
  below(count: number): number;
}

/** The seed of everything that is shown: a verdict on the same samples never changes between two looks. */
export const DEFAULT_SEED = 20_260_101;

type State = [number, number, number, number];

/** xoshiro128** whose state is four outputs of splitmix32 started at `seed` (any number, taken modulo 2^32). */
export function createRandom(seed: number = DEFAULT_SEED): Random {
  const mix = splitmix32(seed);
  return randomFrom(xoshiro128([mix(), mix(), mix(), mix()]));
}

/**
 * xoshiro128** 1.1 by D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators" (2021),
 * https://prng.di.unimi.it/xoshiro128starstar.c. Returns a generator of unsigned 32-bit integers.
 */
export function xoshiro128(start: Readonly<State>): () => number {
  let [a, b, c, d] = start;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

function randomFrom(bits: () => number): Random {
  return {
    next: () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53,
    below(count) {
      // What lies above the largest multiple of `count` is drawn again.
      const limit = 2 ** 32 - (2 ** 32 % count);
      let drawn = bits();
      while (drawn >= limit) drawn = bits();
      return drawn % count;
    },
  };
}

/** splitmix32: MurmurHash3's finaliser over a Weyl sequence; it makes a full state of a small seed. */
function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

function rotateLeft(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
