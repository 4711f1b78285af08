import { DISPUTE_KIND_TEXT, DISPUTE_KINDS, type DisputeKind } from '@little-bench/shared/mediation/kinds'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextArea } from '../../ui/text-area'
import { TickBox } from '../../ui/tick-box'
import { LANGUAGES } from '../mediation-words'
import { requestText } from '../request.text'
import { kindOf, languageOf, MAX_WORDS } from '../request-draft'
import type { StepProps } from './request-form'

/** What it is about, in one's own words, and the tongue in which one wants to speak. */
export const AboutStep = ({ draft, change, mistakes }: StepProps) => {
  const t = useText(requestText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  return (
    <>
      <ChoiceList<DisputeKind>
        label={t('kind')}
        isRequired
        choices={DISPUTE_KINDS.map((value) => ({ value, name: tKind(value) }))}
        value={kindOf(draft) ?? null}
        onChange={(kind) => change({ kind })}
        error={mistakes.kind && t(mistakes.kind)}
      />
      <TextArea
        label={t('statement')}
        hint={t('statementHint')}
        placeholder={t('statementExample')}
        isRequired
        limit={MAX_WORDS}
        value={draft.statement}
        onChange={(statement) => change({ statement })}
        error={mistakes.statement && t(mistakes.statement)}
      />
      <ChoiceList<(typeof LANGUAGES)[number]>
        label={t('language')}
        hint={t('languageHint')}
        choices={LANGUAGES.map((value) => ({ value, name: t(value) }))}
        value={languageOf(draft) ?? null}
        onChange={(language) => change({ language })}
      />
      <TickBox
        words={t('interpreter')}
        isTicked={draft.needsInterpreter}
        onChange={(needsInterpreter) => change({ needsInterpreter })}
      />
    </>
  )
}
