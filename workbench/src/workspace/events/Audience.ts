/** Who may learn of an event: those who may see the room, one user, those who take conversations, or all who are in. */
export type Audience =
  | { kind: 'room'; rid: string }
  | { kind: 'user'; userId: string }
  | { kind: 'queue'; departmentId?: string }
  | { kind: 'everyone' };
