const LOOK_EVERY_MS = 250;

/**
 * Ends this process when the npm that runs it has ended. npm passes a signal to the shell between the two, and
 * shells do not pass it on: without this, `kill` of npm would leave the app running.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  timer.unref();
}
