import type { ModelCapabilities } from "./listing.ts";
import type { ParamName } from "./types.ts";

/** A family of models and what it takes. Patterns see the id without its vendor: "openai/gpt-5" is "gpt-5". */
interface CapabilityRow extends ModelCapabilities {
  model: RegExp;
}

const SAMPLING = ["maxTokens", "temperature", "topP", "stop", "seed"] as const satisfies ParamName[];
const EFFORT = [...SAMPLING, "reasoningEffort"] as const satisfies ParamName[];
/** Fixed sampling: the provider answers 400 to a temperature. */
const FIXED = ["maxTokens", "seed", "reasoningEffort"] as const satisfies ParamName[];

/** First match wins; what matches nothing gets DEFAULT. */
const ROWS: readonly CapabilityRow[] = [
  // OpenAI: reasoning models fix their sampling and take no stop sequences.
  { model: /^chatgpt-|^gpt-5-chat/, params: SAMPLING, reasoning: false },
  { model: /^gpt-[\d.]+-chat|^gpt-chat/, params: ["maxTokens", "seed"], reasoning: false },
  { model: /^o1-(?:mini|preview)/, params: ["maxTokens", "seed"], reasoning: true },
  { model: /^o\d/, params: FIXED, reasoning: true },
  { model: /^gpt-(?:[5-9]|1\d)/, params: FIXED, reasoning: true },
  { model: /^gpt-oss/, params: EFFORT, reasoning: true },
  // Claude: one of temperature and top_p up to 4.6, neither from 4.7 on, so a new one starts with neither.
  {
    model: /^claude-(?:v?1|v?2|instant|3)/,
    params: ["maxTokens", "temperature", "topP", "stop"],
    reasoning: false,
  },
  { model: /^claude-opus-4[-.][78]/, params: ["maxTokens", "stop", "reasoningEffort"], reasoning: true },
  {
    model: /^claude-(?:(?:opus|sonnet|haiku)-)?4/,
    params: ["maxTokens", "temperature", "stop"],
    reasoning: false,
  },
  { model: /^claude-/, params: ["maxTokens", "stop", "reasoningEffort"], reasoning: true },
  // Gemini thinks by itself since 2.5.
  { model: /^gemini-(?:2\.5|[3-9])/, params: EFFORT, reasoning: true },
  // xAI: reasoning models refuse stop sequences; only some publish effort levels.
  {
    model: /^grok-(?:3-mini|4\.[3-9])/,
    params: ["maxTokens", "temperature", "topP", "seed", "reasoningEffort"],
    reasoning: true,
  },
  { model: /^grok-.*non-reasoning/, params: SAMPLING, reasoning: false },
  { model: /^grok-(?:4|build|code)/, params: ["maxTokens", "temperature", "topP", "seed"], reasoning: true },
  // DeepSeek's reasoner ignores sampling; ignoring would look like obeying.
  { model: /^deepseek-reasoner/, params: ["maxTokens", "stop"], reasoning: true },
  {
    model: /^(?:deepseek-(?:r1|v4)|qwq|qwen-?3|magistral|kimi-k(?:3|2[^/]*think)|glm-[5-9]|minimax-m)/,
    params: SAMPLING,
    reasoning: true,
  },
];

const DEFAULT: ModelCapabilities = { params: SAMPLING, reasoning: false };

/** Parameters that a whole service refuses or does not know, whatever the model. */
const NOT_TAKEN: Readonly<Record<string, readonly ParamName[]>> = {
  demo: ["temperature", "topP", "stop", "seed", "reasoningEffort", "maxTokens"],
  anthropic: ["seed"],
  deepseek: ["seed"],
  mistral: ["seed", "reasoningEffort"],
  together: ["reasoningEffort"],
};

/** What a model takes. Generous for a model that no row knows; strict where a provider is known to refuse. */
export function capabilitiesOf(providerId: string, modelId: string): ModelCapabilities {
  const name = modelId
    .slice(modelId.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/^ft:/, "");
  const { params, reasoning } = ROWS.find(({ model }) => model.test(name)) ?? DEFAULT;
  const refused = NOT_TAKEN[providerId] ?? [];
  return { params: params.filter((param) => !refused.includes(param)), reasoning };
}

/** Models for something else than a chat: vectors, pictures, sound, moderation, ranking, plain completion. */
const NOT_CHAT = [
  /embed|rerank|moderation|whisper|transcri|\btts\b|\bocr\b|diffusion|\bflux\b|dall-e|imagen\b|\bsora\b|\bveo\b|lyria/,
  /(?:^|[-/])(?:image|audio|realtime|live|voice|voxtral|speech|video|guard|safeguard|robotics|aqa|bge|e5|clip)(?:[-./:\d]|$)/,
  /all-minilm|llama-guard|prompt-guard|computer-use|deep-research|search-preview|text-(?:davinci|curie|babbage|ada)|^(?:davinci|curie|babbage|ada)\b/,
  // OpenAI serves these only through another protocol.
  /^(?:gpt-[\d.]+|o\d)-pro|^(?:gpt-[\d.]+-)?codex|^gpt-3\.5-turbo-instruct/,
];

/** False for a model that a list names but a chat request cannot use. */
export function isChatModel(modelId: string): boolean {
  const id = modelId.toLowerCase();
  return !NOT_CHAT.some((pattern) => pattern.test(id));
}
