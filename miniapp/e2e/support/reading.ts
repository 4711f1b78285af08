import type { Person } from './person'

export interface Reading {
  language: 'zh' | 'bo'
  isElderMode: boolean
}

type NamedReading = Reading & { name: string }

/** Everybody who reads the pages. */
export const CHINESE: NamedReading = { name: '中文', language: 'zh', isElderMode: false }
export const CHINESE_ELDER: NamedReading = { name: '中文长辈版', language: 'zh', isElderMode: true }
export const TIBETAN: NamedReading = { name: 'བོད་ཡིག', language: 'bo', isElderMode: false }
export const TIBETAN_ELDER: NamedReading = { name: 'བོད་ཡིག 长辈版', language: 'bo', isElderMode: true }

/** Sets language and 长辈版 with the switches of the first page. */
export const readAs = async (person: Person, { language, isElderMode }: Reading): Promise<void> => {
  await person.open('/')
  await person.press(isElderMode ? '用长辈版' : '这样就好')
  if (language === 'bo') await person.choose('བོད་ཡིག')
}
