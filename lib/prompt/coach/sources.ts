/** Where the advice comes from; a rule names one. */
export const SOURCES = {
  openai: {
    label: "OpenAI, Prompt engineering",
    url: "https://platform.openai.com/docs/guides/prompt-engineering",
  },
  openaiReasoning: {
    label: "OpenAI, Reasoning best practices",
    url: "https://platform.openai.com/docs/guides/reasoning-best-practices",
  },
  anthropicClear: {
    label: "Anthropic, Be clear and direct",
    url: "https://docs.claude.com/en/docs/build-with-claude/prompt-engineering/be-clear-and-direct",
  },
  anthropicTags: {
    label: "Anthropic, Use XML tags",
    url: "https://docs.claude.com/en/docs/build-with-claude/prompt-engineering/use-xml-tags",
  },
  anthropicExamples: {
    label: "Anthropic, Use examples",
    url: "https://docs.claude.com/en/docs/build-with-claude/prompt-engineering/multishot-prompting",
  },
  anthropicHallucinations: {
    label: "Anthropic, Reduce hallucinations",
    url: "https://docs.claude.com/en/docs/test-and-evaluate/strengthen-guardrails/reduce-hallucinations",
  },
  anthropicChain: {
    label: "Anthropic, Chain complex prompts",
    url: "https://docs.claude.com/en/docs/build-with-claude/prompt-engineering/chain-prompts",
  },
  anthropicMigration: {
    label: "Anthropic, Migrating to newer models",
    url: "https://docs.claude.com/en/docs/about-claude/models/migrating-to-claude-4",
  },
  gemini: {
    label: "Google, Prompt design strategies",
    url: "https://ai.google.dev/gemini-api/docs/prompting-strategies",
  },
  owasp: { label: "OWASP Top 10 for LLM applications", url: "https://genai.owasp.org/llm-top-10/" },
  personas: {
    label: "Zheng et al. 2024, personas in system prompts (arXiv 2311.10054)",
    url: "https://arxiv.org/abs/2311.10054",
  },
  calibrate: {
    label: "Zhao et al. 2021, Calibrate before use (arXiv 2102.09690)",
    url: "https://arxiv.org/abs/2102.09690",
  },
  sycophancy: {
    label: "Sharma et al. 2023, sycophancy in language models (arXiv 2310.13548)",
    url: "https://arxiv.org/abs/2310.13548",
  },
  ifeval: {
    label: "Zhou et al. 2023, instruction-following evaluation (arXiv 2311.07911)",
    url: "https://arxiv.org/abs/2311.07911",
  },
  middle: {
    label: "Liu et al. 2023, Lost in the middle (arXiv 2307.03172)",
    url: "https://arxiv.org/abs/2307.03172",
  },
} as const;
