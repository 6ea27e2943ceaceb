import type { Play } from './Play';

/** A file that the simulator keeps for trying, sent as a message of the given type. */
export function playSample(type: string, label: string, icon: Play['icon']): Play {
  const isVoice = type === 'voice';
  const name = isVoice ? 'audio' : type;
  return {
    id: `sample-${type}`,
    label,
    icon,
    play: ({ send }) => send({ type: name, [name]: isVoice ? { voice: true } : {} }),
  };
}
