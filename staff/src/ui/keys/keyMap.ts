export type KeyAction =
  | "help"
  | "newTicket"
  | "goQueue"
  | "goHours"
  | "goRota"
  | "goWeek"
  | "goHandOffs"
  | "goTimeOff"
  | "goTime"
  | "search"
  | "down"
  | "up"
  | "preview"
  | "reply"
  | "note"
  | "triage"
  | "assign"
  | "logTime"
  | "wait"
  | "link"
  | "merge"
  | "resolve"
  | "send"
  | "back"
  | "previous"
  | "next"
  | "suggested"
  | "earlier"
  | "later"
  | "today"
  | "handDown"
  | "handUp"
  | "handOver"
  | "takeOver";

type Entry = {
  keys: string[];
  words: string;
  room: "everywhere" | "queue" | "ticket" | "rota" | "hand-offs";
  whileTyping?: boolean;
};

/** Every action of the app, once: what is pressed, what the help says, and where it counts. In another room the same
    key may mean something else. */
export const keyMap: Record<KeyAction, Entry> = {
  help: { keys: ["?"], words: "Show the keys", room: "everywhere" },
  newTicket: { keys: ["c"], words: "Write a new ticket", room: "everywhere" },
  goQueue: { keys: ["g q"], words: "Go to the queue", room: "everywhere" },
  goHours: { keys: ["g h"], words: "Go to the business hours", room: "everywhere" },
  goRota: { keys: ["g r"], words: "Go to the rota", room: "everywhere" },
  goWeek: { keys: ["g w"], words: "Go to your week", room: "everywhere" },
  goHandOffs: { keys: ["g o"], words: "Go to the hand-offs", room: "everywhere" },
  goTimeOff: { keys: ["g t"], words: "Go to time off", room: "everywhere" },
  goTime: { keys: ["g l"], words: "Go to the time worked", room: "everywhere" },
  search: { keys: ["/"], words: "Find a ticket", room: "everywhere" },
  back: { keys: ["Escape"], words: "Back, or close", room: "everywhere", whileTyping: true },
  down: { keys: ["j", "ArrowDown"], words: "Next ticket in the list", room: "queue" },
  up: { keys: ["k", "ArrowUp"], words: "Previous ticket in the list", room: "queue" },
  preview: { keys: ["o"], words: "Show or hide the preview", room: "queue" },
  reply: { keys: ["r"], words: "Reply to the client", room: "ticket" },
  note: { keys: ["n"], words: "Write an internal note", room: "ticket" },
  triage: { keys: ["t"], words: "Triage: tier, pod, assignee", room: "ticket" },
  assign: { keys: ["a"], words: "Reassign", room: "ticket" },
  logTime: { keys: ["h"], words: "Write down the time you worked", room: "ticket" },
  wait: { keys: ["w"], words: "Wait on the client, or resume", room: "ticket" },
  link: { keys: ["l"], words: "Link to another ticket", room: "ticket" },
  merge: { keys: ["m"], words: "Merge into another ticket", room: "ticket" },
  resolve: { keys: ["e"], words: "Resolve with a message", room: "ticket" },
  send: { keys: ["Mod+Enter"], words: "Send what is written", room: "ticket", whileTyping: true },
  previous: { keys: ["["], words: "Previous ticket in the queue", room: "ticket" },
  next: { keys: ["]"], words: "Next ticket in the queue", room: "ticket" },
  suggested: { keys: ["s"], words: "Give it to whom the desk suggests", room: "ticket" },
  earlier: { keys: ["["], words: "The week or month before", room: "rota" },
  later: { keys: ["]"], words: "The week or month after", room: "rota" },
  today: { keys: ["t"], words: "Today", room: "rota" },
  handDown: { keys: ["j", "ArrowDown"], words: "Next ticket to hand over", room: "hand-offs" },
  handUp: { keys: ["k", "ArrowUp"], words: "Previous ticket to hand over", room: "hand-offs" },
  handOver: { keys: ["s"], words: "Hand it to whom the desk suggests", room: "hand-offs" },
  takeOver: { keys: ["m"], words: "Take it yourself", room: "hand-offs" },
};
