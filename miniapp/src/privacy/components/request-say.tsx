import { inLanguage, type LocalText } from '@little-bench/shared/kernel/language'
import { CORRECTABLE_TEXT, DELETABLE_TEXT } from '@little-bench/shared/privacy/requests'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextArea } from '../../ui/text-area'
import styles from '../privacy.module.scss'
import { requestText } from '../request.text'
import { MAX_REQUEST_WORDS, type RequestFields, type RequestMistakes } from '../request-fields'

const KINDS = ['correction', 'deletion'] as const
type Kind = (typeof KINDS)[number]

interface RequestSayProps {
  draft: Draft<RequestFields>
  /** Shown once somebody wanted to go on. */
  mistakes: RequestMistakes
}

/** What is to be corrected or deleted, and in the person's words how. */
export const RequestSay = ({ draft, mistakes }: RequestSayProps) => {
  const t = useText(requestText)
  const kind = KINDS.find((each) => each === draft.fields.kind)
  return (
    <>
      <ChoiceList<Kind>
        label={t('kind')}
        isRequired
        choices={KINDS.map((value) => ({ value, name: t(value), note: t(`${value}Note`) }))}
        value={kind ?? null}
        onChange={(chosen) => draft.change({ kind: chosen, about: null })}
        error={mistakes.kind && t('kindMissing')}
      />
      {kind && <AboutAndWords kind={kind} draft={draft} mistakes={mistakes} />}
    </>
  )
}

const AboutAndWords = ({ kind, draft, mistakes }: RequestSayProps & { kind: Kind }) => {
  const t = useText(requestText)
  const language = useDisplaySettings((settings) => settings.language)
  const namesOf = (words: Record<string, LocalText>) =>
    Object.entries(words).map(([value, name]) => ({ value, name: inLanguage(name, language) }))
  const isEmpty = draft.fields.words.trim() === ''
  return (
    <>
      <ChoiceList<string>
        label={t(`about${kind}`)}
        isRequired
        choices={namesOf(kind === 'correction' ? CORRECTABLE_TEXT : DELETABLE_TEXT)}
        value={draft.fields.about}
        onChange={(about) => draft.change({ about })}
        error={mistakes.about && t('aboutMissing')}
      />
      <View className={styles.ways}>
        <TextArea
          label={t(`words${kind}`)}
          hint={t('wordsHint')}
          limit={MAX_REQUEST_WORDS}
          isRequired={kind === 'correction'}
          value={draft.fields.words}
          onChange={(words) => draft.change({ words })}
          error={mistakes.words && isEmpty ? t('wordsMissing') : undefined}
        />
      </View>
    </>
  )
}
