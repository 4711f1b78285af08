import { spokenPhone } from '@little-bench/shared/people/phone'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import type { RosterChild } from '../roster.api'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'

/** Somebody who is not on the list: the child stays, and whoever can decide is one tap away. */
export const NotListed = ({ child }: { child: RosterChild }) => {
  const t = useText(rosterText)
  const reachable = child.pickUps.filter(({ phone }) => phone !== null)
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='red'>
        <View className={styles.noticeWords}>
          <Icon name='alert' className={styles.allergyIcon} />
          <Text className={styles.name}>{t('notListedTitle')}</Text>
        </View>
        <View>{t('notListedWords')}</View>
        {reachable.length === 0 && <View>{t('noPhone')}</View>}
        <View className={styles.ways}>
          {reachable.map(({ name, phone }) => {
            const spoken = spokenPhone(phone ?? '')
            return (
              <Button
                key={name}
                icon='phone'
                isWide
                label={t('callListed', { name, phone: spoken })}
                onPress={() => callPhone(phone ?? '')}
              >
                {name} {spoken}
              </Button>
            )
          })}
        </View>
      </Card>
    </View>
  )
}
