/** The channel that a conversation's id names: a thread's is its channel's and the message that began it. A chat is its own. */
export function channelOf(conversation: string): string {
  const [channel = conversation] = conversation.split(";");
  return channel;
}
