import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-area'
import { TickBox } from '../../ui/tick-box'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import { kindOf, MAX_WORDS, type RequestDraft } from '../request-draft'
import type { StepProps } from './request-form'

/** What the other side may read before it decides, and how that looks. */
export const DisclosureStep = ({ draft, change, mistakes }: StepProps) => {
  const t = useText(requestText)
  return (
    <>
      <View className={styles.hint}>{t('disclosureWords')}</View>
      <TickBox words={t('showName')} isTicked={draft.showName} onChange={(showName) => change({ showName })} />
      <TickBox
        words={t('showStatement')}
        isTicked={draft.showStatement}
        onChange={(showStatement) => change({ showStatement })}
      />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        limit={MAX_WORDS}
        value={draft.words}
        onChange={(words) => change({ words })}
        error={mistakes.words && t(mistakes.words)}
      />
      <Section title={t('preview')}>
        <View {...a11y({ live: 'polite' })}>
          <Preview draft={draft} />
        </View>
      </Section>
    </>
  )
}

const Preview = ({ draft }: { draft: RequestDraft }) => {
  const t = useText(requestText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const name = useSession((session) => session.person?.name ?? '')
  const words = draft.words.trim()
  const kind = kindOf(draft)
  return (
    <Card tint='amber'>
      {kind && <View className={styles.line}>{t('previewKind', { kind: tKind(kind) })}</View>}
      <View className={styles.line}>{draft.showName ? t('previewName', { name }) : t('previewNoName')}</View>
      {draft.showStatement && (
        <View className={styles.line}>{t('previewStatement', { words: draft.statement.trim() })}</View>
      )}
      {words !== '' && <View className={styles.line}>{t('previewWords', { words })}</View>}
      {!draft.showStatement && words === '' && <View>{t('previewNothing')}</View>}
    </Card>
  )
}
