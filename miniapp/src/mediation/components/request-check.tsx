import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { useMediators } from '../case.api'
import { mediatorName } from '../mediation-words'
import { requestText } from '../request.text'
import { idsOf, kindOf, languageOf, type RequestDraft, type RequestStep } from '../request-draft'

interface RequestCheckProps {
  communityId: string
  draft: RequestDraft
  onChange: (step: RequestStep) => void
}

/** Everything once more in one's own words, each line with the way to change it. */
export const RequestCheck = ({ communityId, draft, onChange }: RequestCheckProps) => {
  const t = useText(requestText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const screen = useDisplaySettings((settings) => settings.language)
  const mediators = useMediators({ communityId, token: null }, undefined).data ?? []
  const kind = kindOf(draft)
  const language = languageOf(draft)
  const chosen = idsOf(draft.mediatorIds)
  const names = mediators.filter(({ id }) => chosen.includes(id)).map((card) => mediatorName(card, screen))
  const shown = [
    draft.showName && t('shownName'),
    draft.showStatement && t('shownStatement'),
    draft.words.trim() !== '' && t('shownWords'),
  ].filter((each) => each !== false)
  const tongue = language ? t(language) : ''
  const way = (step: RequestStep, what: string) => (
    <Button kind='quiet' label={t('changeWhat', { what })} onPress={() => onChange(step)}>
      {t('change')}
    </Button>
  )
  const fact = (step: RequestStep, name: string, value: string) => ({ name, value, end: way(step, name) })
  return (
    <Card>
      <FactList
        facts={[
          fact('about', t('checkKind'), kind ? tKind(kind) : ''),
          fact('about', t('checkStatement'), draft.statement.trim()),
          ...(tongue !== '' || draft.needsInterpreter
            ? [
                fact(
                  'about',
                  t('checkLanguage'),
                  draft.needsInterpreter ? [tongue, t('interpreter')].filter(Boolean).join('，') : tongue,
                ),
              ]
            : []),
          fact('disclosure', t('checkShown'), shown.length > 0 ? shown.join('、') : t('shownNothing')),
          fact('mediators', t('checkMediators'), names.length > 0 ? names.join('、') : t('checkRecommend')),
          fact('other', t('checkOther'), [draft.otherName.trim(), draft.otherPhone.trim()].filter(Boolean).join('，')),
        ]}
      />
    </Card>
  )
}
