/** The visitor as a livechat room carries it. `lastMessageTs`: the visitor's last non-system message in this room. */
export interface RoomVisitor {
  _id: string;
  username: string;
  name?: string;
  token: string;
  status?: string;
  phone?: string;
  activity?: string[];
  lastMessageTs?: Date;
}
