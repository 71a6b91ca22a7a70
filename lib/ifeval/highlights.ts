import { strip } from "./python.ts";

/**
 * How many highlights there are for IFEval: pieces between single asterisks and pieces between double ones are
 * counted one after the other, so that "***x***" and the bold word of "* **x**" count twice.
 */
export function countHighlights(text: string): number {
  const single = (text.match(/\*[^\n*]*\*/g) ?? []).filter(
    (found) => strip(found.replaceAll("*", "")) !== "",
  );
  const double = (text.match(/\*\*[^\n*]*\*\*/g) ?? []).filter((found) => strip(found.slice(2, -2)) !== "");
  return single.length + double.length;
}
