/**
 * The name of an exported file: made of the time and the format alone, so that nothing a person or a model wrote
 * can be a path, a device or a command in it. "afterprompt-2026-11-25-1542.json"
 */
export function exportFileName(extension: string, at: Date): string {
  const [date = "", time = ""] = at.toISOString().split("T");
  return `afterprompt-${date}-${time.slice(0, 5).replace(":", "")}.${extension}`;
}
