/** What a person types behind the slash. */
export const COMMAND = 'whatsapp-360d-cloud';
