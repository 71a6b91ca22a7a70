import OpenAI from "openai";

const client = new OpenAI({ maxRetries: 0 });
const encoder = new TextEncoder();

export async function POST(request: Request): Promise<Response> {
  const { model } = await request.json();
  const stream = await client.chat.completions.create({
    model,
    messages: [{ role: "user", content: "Write." }],
    stream: true,
  });
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const chunk of stream) {
        const text = chunk.choices[0]?.delta?.content;
        if (text) controller.enqueue(encoder.encode(`data: ${JSON.stringify({ text })}\n\n`));
      }
      controller.close();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-transform" },
  });
}
