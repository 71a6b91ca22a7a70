import { expect, test } from "vitest";
import { parseModelList } from "./listed-models.ts";

test.each<[string, unknown, unknown]>([
  [
    "OpenAI",
    { object: "list", data: [{ id: "a", object: "model", created: 5, owned_by: "x" }] },
    [{ id: "a", created: 5 }],
  ],
  [
    "OpenRouter",
    { data: [{ id: "a/b", name: "B", context_length: 8_192, created: 5 }] },
    [{ id: "a/b", label: "B", contextWindow: 8_192, created: 5 }],
  ],
  ["Groq", { data: [{ id: "a", context_window: 131_072 }] }, [{ id: "a", contextWindow: 131_072 }]],
  [
    "Together, a bare list",
    [{ id: "a", display_name: "A", context_length: 4_096 }],
    [{ id: "a", label: "A", contextWindow: 4_096 }],
  ],
  [
    "Anthropic",
    {
      data: [{ type: "model", id: "a", display_name: "A", created_at: "1970-01-01T00:00:10Z" }],
      has_more: false,
    },
    [{ id: "a", label: "A", created: 10 }],
  ],
  [
    "entries that cannot be used",
    { data: [null, 5, {}, { id: "" }, { id: "a", context_length: "many", created: null }] },
    [{ id: "a" }],
  ],
])("%s", (_name, body, models) => {
  expect(parseModelList(body)).toEqual(models);
});

test("of a hostile list 2,000 models are kept, with names of at most 200 characters", () => {
  const long = "x".repeat(201);
  const data = [
    { id: long },
    { id: long.slice(1), display_name: long, name: "Short" },
    { id: "a", display_name: " ", name: long },
    ...Array.from({ length: 100_000 }, (_, index) => ({ id: `m${index}` })),
  ];
  const models = parseModelList({ data });
  expect(models.slice(0, 3)).toEqual([{ id: long.slice(1), label: "Short" }, { id: "a" }, { id: "m0" }]);
  expect(models).toHaveLength(1_999);
});

test("entries beyond the first 2,000 are not even looked at", () => {
  let looks = 0;
  const entry = {
    get id() {
      looks += 1;
      return "";
    },
  };
  expect(parseModelList(new Array(50_000).fill(entry))).toEqual([]);
  expect(looks).toBe(2_000);
});

test.each([null, "x", {}, { data: {} }, 5])("%j is not a list", (body) => {
  expect(() => parseModelList(body)).toThrow(expect.objectContaining({ code: "not-an-api" }));
});
