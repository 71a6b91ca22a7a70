/** Where the advice comes from; each rule names one. */
export const SOURCES = {
  openai: {
    label: "OpenAI: Best practices for prompt engineering",
    url: "https://help.openai.com/en/articles/6654000-best-practices-for-prompt-engineering-with-the-openai-api",
  },
  openaiReasoning: {
    label: "OpenAI: Reasoning best practices",
    url: "https://developers.openai.com/api/docs/guides/reasoning-best-practices",
  },
  openaiStructured: {
    label: "OpenAI: Structured outputs",
    url: "https://developers.openai.com/api/docs/guides/structured-outputs",
  },
  gpt5: {
    label: "OpenAI: GPT-5 prompting guide",
    url: "https://developers.openai.com/cookbook/examples/gpt-5/gpt-5_prompting_guide",
  },
  anthropic: {
    label: "Anthropic: Prompting best practices",
    url: "https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/claude-prompting-best-practices",
  },
  anthropicFacts: {
    label: "Anthropic: Reduce hallucinations",
    url: "https://platform.claude.com/docs/en/test-and-evaluate/strengthen-guardrails/reduce-hallucinations",
  },
  anthropicPrefill: {
    label: "Anthropic: Migrating away from prefilled responses",
    url: "https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/claude-prompting-best-practices#migrating-away-from-prefilled-responses",
  },
  gemini: {
    label: "Google: Prompt design strategies",
    url: "https://ai.google.dev/gemini-api/docs/prompting-strategies",
  },
  owaspLeakage: {
    label: "OWASP: System prompt leakage (LLM07:2025)",
    url: "https://genai.owasp.org/llmrisk/llm072025-system-prompt-leakage/",
  },
  owaspDisclosure: {
    label: "OWASP: Sensitive information disclosure (LLM02:2025)",
    url: "https://genai.owasp.org/llmrisk/llm022025-sensitive-information-disclosure/",
  },
  personas: {
    label: "Zheng et al. 2024: Personas in system prompts do not improve performance",
    url: "https://arxiv.org/abs/2311.10054",
  },
  calibrate: {
    label: "Zhao et al. 2021: Calibrate before use",
    url: "https://arxiv.org/abs/2102.09690",
  },
  sycophancy: {
    label: "Sharma et al. 2023: Towards understanding sycophancy in language models",
    url: "https://arxiv.org/abs/2310.13548",
  },
  tips: {
    label: "Meincke et al. 2025: I’ll pay you or I’ll kill you, but will you care?",
    url: "https://arxiv.org/abs/2508.00614",
  },
  manyRules: {
    label: "Jaroslawicz et al. 2025: How many instructions can LLMs follow at once?",
    url: "https://arxiv.org/abs/2507.11538",
  },
  length: {
    label: "Zhang et al. 2025: LIFEBench, length instruction following",
    url: "https://arxiv.org/abs/2505.16234",
  },
  longInput: {
    label: "Levy et al. 2024: Same task, more tokens",
    url: "https://arxiv.org/abs/2402.14848",
  },
  fresh: { label: "Vu et al. 2023: FreshLLMs", url: "https://arxiv.org/abs/2310.03214" },
  multiplication: {
    label: "Qiu et al. 2024: Dissecting multiplication in transformers",
    url: "https://arxiv.org/abs/2407.15360",
  },
} as const;
