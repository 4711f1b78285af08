import type { Person } from './person'

export interface Reading {
  language: 'zh' | 'bo'
  isElderMode: boolean
}

export const ALL_READINGS: readonly Reading[] = [
  { language: 'zh', isElderMode: false },
  { language: 'zh', isElderMode: true },
  { language: 'bo', isElderMode: false },
  { language: 'bo', isElderMode: true },
]

export const nameOf = ({ language, isElderMode }: Reading): string =>
  `${language === 'bo' ? 'བོད་ཡིག' : '中文'}, ${isElderMode ? '长辈版' : '普通版'}`

/** Sets language and 长辈版 with the switches of the first page. */
export const readAs = async (person: Person, { language, isElderMode }: Reading): Promise<void> => {
  await person.open('/')
  await person.press(isElderMode ? '用长辈版' : '这样就好')
  if (language === 'bo') await person.choose('བོད་ཡིག')
}
