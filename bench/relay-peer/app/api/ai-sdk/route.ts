import { createOpenAI } from "@ai-sdk/openai";
import { streamText } from "ai";

const provider = createOpenAI({ baseURL: process.env.OPENAI_BASE_URL, apiKey: process.env.OPENAI_API_KEY });

export async function POST(request: Request): Promise<Response> {
  const { model } = await request.json();
  const result = streamText({ model: provider.chat(model), prompt: "Write.", maxRetries: 0 });
  return result.toUIMessageStreamResponse();
}
