import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostAndPort, isPublicIp, isPublicUrl, parseAddress, parseHostAndPort } from "./address.ts";

/** May this text be called on the open internet, as far as its spelling tells? */
function isPublic(raw: string): boolean {
  const url = parseAddress(raw);
  return url !== null && isPublicUrl(url);
}

const octet = fc.integer({ min: 0, max: 255 });
const anywhere = fc.tuple(octet, octet, octet, octet);
const special = fc
  .tuple(
    fc.constantFrom(
      [10, 0],
      [127, 0],
      [169, 254],
      [172, 16],
      [192, 168],
      [100, 64],
      [0, 0],
      [198, 18],
      [224, 0],
    ),
    octet,
    octet,
  )
  .map(([[a = 0, b = 0], c, d]): [number, number, number, number] => [a, b, c, d]);

/** The forms in which the URL parser, and with it every client, accepts an IPv4 address. */
function spellings([a, b, c, d]: readonly [number, number, number, number]): string[] {
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, width: number) => value.toString(16).padStart(width, "0");
  const wide = (text: string) =>
    text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))).replaceAll(".", "。");
  return [
    String(number),
    `0x${hex(number, 8)}`,
    [a, b, c, d].map((part) => `0${part.toString(8)}`).join("."),
    [a, b, c, d].map((part) => `0x${hex(part, 2)}`).join("."),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${b}.${c}.${d}.`,
    wide(`${a}.${b}.${c}.${d}`),
    `[::ffff:${hex(a * 256 + b, 1)}:${hex(c * 256 + d, 1)}]`,
  ];
}

test("[R01] [EP2] any IPv4 address gets the same verdict in eight spellings as in its dotted form", () => {
  const verdicts = { public: 0, refused: 0 };
  fc.assert(
    fc.property(fc.oneof(anywhere, special), (parts) => {
      const dotted = isPublic(`https://${parts.join(".")}/v1`);
      expect(dotted).toBe(isPublicIp(parts.join(".")));
      verdicts[dotted ? "public" : "refused"] += 1;
      for (const spelling of spellings(parts))
        expect(isPublic(`https://${spelling}/v1`), spelling).toBe(dotted);
    }),
    { numRuns: 10_000 },
  );
  expect(verdicts.public).toBeGreaterThan(1_000);
  expect(verdicts.refused).toBeGreaterThan(1_000);
});

describe("[R01] [EP2] only global unicast is public", () => {
  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "2001:4860:4860::8888",
    "::ffff:8.8.8.8",
  ])("%s is", (address) => expect(isPublicIp(address)).toBe(true));

  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.0.1",
    "192.0.0.192",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "255.255.255.255",
    "0.0.0.0",
    "168.63.129.16",
    "::",
    "::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "5f00::1",
    "4000::1",
    "not an address",
    "",
  ])("%s is not", (address) => expect(isPublicIp(address)).toBe(false));
});

test("[EP1] ordinary provider addresses are public", () => {
  for (const raw of [
    "https://api.openai.com/v1",
    "https://name.openai.azure.com/openai/v1",
    "https://models.example.org:8443/a/b%20c?x=@y",
    "https://münchen.example/v1",
    "https://[2606:4700:4700::1111]/v1",
  ]) {
    expect(isPublic(raw), raw).toBe(true);
  }
});

test("[EP7] a host and a port are compared in one form, with the port written out", () => {
  expect(hostAndPort(new URL("https://Models.Example.org/v1"))).toBe("models.example.org:443");
  expect(hostAndPort(new URL("http://[::0001]:8080"))).toBe("[::1]:8080");
  expect(parseHostAndPort("LOCALHOST:11434")).toBe("localhost:11434");
  expect(parseHostAndPort("10.0.0.5:80")).toBe("10.0.0.5:80");
  for (const entry of [
    "localhost",
    "localhost:0",
    "localhost:65536",
    "http://a:1",
    "a:1/b",
    "u@a:1",
    "*:1",
    ":1",
    "",
  ]) {
    expect(parseHostAndPort(entry), entry).toBeNull();
  }
});
