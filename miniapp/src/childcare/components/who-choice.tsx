import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { childAge, monthsOn } from '../../people'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { TickBox } from '../../ui/tick-box'
import type { Centre } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

interface WhoChoiceProps {
  centre: Centre
  ownChildren: readonly Child[]
  on: ServiceDate
  chosen: readonly string[]
  onChange: (childIds: string[]) => void
}

/** The children that the centre takes on that day can be ticked, brothers and sisters together; of the others it says why not. */
export const WhoChoice = ({ centre, ownChildren, on, chosen, onChange }: WhoChoiceProps) => {
  const t = useText(childcareText)
  const rows = ownChildren.map((child) => {
    const months = monthsOn(child.bornIn, on)
    const group = centre.groups.find(({ fromMonths, belowMonths }) => months >= fromMonths && months < belowMonths)
    return { child, age: childAge(Math.max(0, months)), group }
  })
  const toggle = (id: string, isTicked: boolean) =>
    onChange(rows.map(({ child }) => child.id).filter((each) => (each === id ? isTicked : chosen.includes(each))))
  return (
    <Section title={t('whichChildren')}>
      <Card>
        {rows.map(({ child, age, group }) =>
          group ? (
            <TickBox
              key={child.id}
              words={t('inGroup', { name: child.nickname, age, group: group.name })}
              isTicked={chosen.includes(child.id)}
              onChange={(isTicked) => toggle(child.id, isTicked)}
            />
          ) : (
            <View key={child.id} className={styles.line}>
              {t('inGroupNot', { name: child.nickname, age })}
            </View>
          ),
        )}
        <Button kind='quiet' icon='edit' onPress={() => openPage('childcare/pages/children/index')}>
          {t('otherChildren')}
        </Button>
      </Card>
    </Section>
  )
}
