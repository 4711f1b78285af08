import { View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import styles from '../pension.module.scss'
import type { Office } from '../proof.api'
import { proofText } from '../proof.text'

/** Where one can go instead, with the button that rings. */
export const Offices = ({ offices }: { offices: readonly Office[] }) => {
  const t = useText(proofText)
  if (offices.length === 0) return null
  return (
    <Section title={t('offices')}>
      {offices.map(({ name, address, hours, phone }) => (
        <Card key={name}>
          <View className={styles.name}>{name}</View>
          <FactList
            facts={[
              { name: t('address'), value: address },
              { name: t('hours'), value: hours },
            ]}
          />
          <Button icon='phone' isWide label={t('callOffice', { name, phone })} onPress={() => callPhone(phone)}>
            {phone}
          </Button>
        </Card>
      ))}
    </Section>
  )
}
