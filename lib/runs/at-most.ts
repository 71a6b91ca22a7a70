/**
 * Waits for the work, a time or the signal, whichever comes first. The work goes on whatever happens; when it fails
 * in time, so does this.
 */
export async function atMost(timeoutMs: number, work: Promise<unknown>, urgent?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const given = new Promise<void>((resolve) => {
    if (urgent?.aborted) resolve();
    urgent?.addEventListener("abort", () => resolve(), { once: true });
    timer = setTimeout(resolve, timeoutMs);
  });
  try {
    await Promise.race([work, given]);
  } finally {
    clearTimeout(timer);
  }
}
