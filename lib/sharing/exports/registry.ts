import { csv } from "./csv.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import { picture } from "./picture.ts";
import { promptfoo } from "./promptfoo.ts";
import type { ExportFormat } from "./types.ts";

/** Every format, in the order of the list. To add one: its file, one line here, its test. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [json, markdown, html, csv, promptfoo, jsonl, picture];
