/** The one thing that the class of the room reader takes from the server's bridges: what messages can be sorted by. */
export const GetMessagesSortableFields = ['createdAt'];
