import { spokenPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import type { RosterChild } from '../roster.api'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'

/** Somebody who is not on the list: the child stays, and whoever can decide is one tap away. */
export const NotListed = ({ child }: { child: RosterChild }) => {
  const t = useText(rosterText)
  const guardians = child.pickUps.filter(({ id, phone }) => id === null && phone !== null)
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='red'>
        <View className={styles.name}>{t('notListedTitle')}</View>
        <View>{t('notListedWords')}</View>
        {guardians.length === 0 && <View>{t('noPhone')}</View>}
        <View className={styles.ways}>
          {guardians.map(({ name, phone }) => {
            const spoken = spokenPhone(phone ?? '')
            return (
              <Button
                key={name}
                icon='phone'
                isWide
                label={t('callGuardian', { name, phone: spoken })}
                onPress={() => callPhone(phone ?? '')}
              >
                {spoken}
              </Button>
            )
          })}
        </View>
      </Card>
    </View>
  )
}
