import type { TextStep } from '@little-bench/shared/people/display'
import type { Person } from './person'

export interface Reading {
  language: 'zh' | 'bo'
  isElderMode: boolean
  /** 字的大小; left out, the standard one. */
  textStep?: Exclude<TextStep, 'standard'>
}

type NamedReading = Reading & { name: string }

/** Everybody who reads the pages. */
export const CHINESE: NamedReading = { name: '中文', language: 'zh', isElderMode: false }
export const CHINESE_ELDER: NamedReading = { name: '中文长辈版', language: 'zh', isElderMode: true }
export const TIBETAN: NamedReading = { name: 'བོད་ཡིག', language: 'bo', isElderMode: false }
export const TIBETAN_ELDER: NamedReading = { name: 'བོད་ཡིག 长辈版', language: 'bo', isElderMode: true }

export const CHINESE_LARGEST: NamedReading = { ...CHINESE, name: '中文最大', textStep: 'largest' }
export const CHINESE_ELDER_LARGEST: NamedReading = { ...CHINESE_ELDER, name: '中文长辈版最大', textStep: 'largest' }
export const TIBETAN_ELDER_LARGEST: NamedReading = { ...TIBETAN_ELDER, name: 'བོད་ཡིག 长辈版最大', textStep: 'largest' }

/** Sets language and 长辈版 with the switches of the first page, and 字的大小 on the page 我. */
export const readAs = async (person: Person, { language, isElderMode, textStep }: Reading): Promise<void> => {
  await person.open('/')
  await person.press(isElderMode ? '用长辈版' : '这样就好')
  if (textStep) {
    await person.open('/people/pages/me/index')
    await person.choose({ large: '大', largest: '最大' }[textStep])
  }
  if (language === 'bo') await person.choose('བོད་ཡིག')
}
