import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { MediatorWords } from './mediator-choice'

/** Who mediates, once somebody does. */
export const CaseMediator = ({ found: { mediator } }: { found: MediationCase }) => {
  const t = useText(caseText)
  if (!mediator) return null
  return (
    <Section title={t('mediator')}>
      <Card>
        <MediatorWords card={mediator} />
      </Card>
    </Section>
  )
}
