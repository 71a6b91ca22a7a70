/** Models of these services that take a JSON Schema for their answer. */
interface SchemaRow {
  providers: readonly string[];
  /** Sees the id without its vendor, as in capabilities.ts. */
  model: RegExp;
}

const ROWS: readonly SchemaRow[] = [
  { providers: ["openai", "azure", "anthropic"], model: /./ },
  // They hold any model of theirs to a grammar.
  { providers: ["ollama", "lm-studio", "llama-cpp", "vllm", "fireworks"], model: /./ },
  { providers: ["gemini"], model: /^gemini-(?:[2-9]|\d\d)/ },
  { providers: ["mistral"], model: /^(?:mistral|ministral|magistral|codestral|pixtral|devstral)/ },
  { providers: ["xai"], model: /^grok-/ },
  { providers: ["groq"], model: /^gpt-oss/ },
  // What stands behind it takes the schema or not: those that do by themselves.
  { providers: ["openrouter"], model: /^(?:gpt-|o\d|claude-|gemini-)/ },
];

/** Older than structured outputs, wherever they are served. */
const TOO_OLD = [
  /^(?:chatgpt|gpt-3|gpt-4(?:$|-(?!o))|gpt-4o-2024-05|o1-(?:mini|preview))/,
  /^claude-(?:v?[123]|instant)/,
  /^claude-(?:opus|sonnet|haiku)-4(?:$|-0|-\d{6})/,
];

/**
 * Whether a call to this model may carry a `responseSchema`. A service or a model that no row names is asked in
 * words alone. One that refuses all the same answers 400 before it writes anything, which costs nothing.
 */
export function takesResponseSchema(providerId: string, modelId: string): boolean {
  const name = modelId
    .slice(modelId.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/^ft:/, "");
  if (TOO_OLD.some((model) => model.test(name))) return false;
  return ROWS.some(({ providers, model }) => providers.includes(providerId) && model.test(name));
}
