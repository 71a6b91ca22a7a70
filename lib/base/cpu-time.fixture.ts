/** Processor time of this thread so far, ms: unlike the clock it does not count the waiting on a busy machine. */
export function cpuTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
