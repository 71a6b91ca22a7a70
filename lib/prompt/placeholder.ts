/** A variable in a prompt: `{{name}}`, the name in letters of any script, digits, `_`, `-` and spaces. */
export const PLACEHOLDER = /\{\{([\p{L}\p{M}\p{N}_\- ]{1,100})\}\}/gu;
