/** One broken rule of the house: which rule, where, and what to do about it. */
export interface Problem {
  rule: string;
  file: string;
  message: string;
}

/** One line a problem, the way compilers write it. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}: ${problem.rule}: ${problem.message}`;
}
