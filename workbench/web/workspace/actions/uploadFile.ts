import * as v from 'valibot';
import type { Workspace } from '../Workspace';

const Uploaded = v.object({ file: v.object({ _id: v.string() }) });

/** Uploads a file into a room in Rocket.Chat's two steps: the bytes, then the message that carries them. */
export function uploadFile(workspace: Workspace, rid: string, file: File, msg: string): Promise<boolean> {
  return workspace.attempt(async () => {
    const form = new FormData();
    form.append('file', file, file.name);
    const room = encodeURIComponent(rid);
    const uploaded = v.parse(Uploaded, await workspace.api.post(`/api/v1/rooms.media/${room}`, form));
    await workspace.api.post(`/api/v1/rooms.mediaConfirm/${room}/${uploaded.file._id}`, { msg });
  });
}
