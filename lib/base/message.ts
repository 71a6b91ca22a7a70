/** One chat message as it is sent to a model. */
export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}
