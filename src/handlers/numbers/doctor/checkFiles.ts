import type { Check } from './Exam';

/** Are the settings usable, those of files above all? */
export const checkFiles: Check = async ({ host }) => {
  const { settings, corrections } = await host.memory.settings.all();
  if (corrections.length > 0) {
    return corrections.map(({ key, params }) => ({ level: 'bad', says: { key, params } }));
  }
  return [
    settings.fileUploadsEnabled
      ? { level: 'good', says: { key: 'doctor:filesOn' } }
      : { level: 'doubtful', says: { key: 'doctor:filesOff' } },
  ];
};
