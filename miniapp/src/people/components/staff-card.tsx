import type { StaffMember } from '@little-bench/shared/people/staff.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { givenRoleOf } from '../given-role'
import styles from '../people.module.scss'
import { roleText } from '../people.text'
import { type GivenRole, useEndRole } from '../staff.api'
import { staffText } from '../staff.text'

/** Somebody who works here: what they do, by what they open their desk, and how each of their roles ends. */
export const StaffCard = ({ member: { personId, name, roles, deskKeys } }: { member: StaffMember }) => {
  const t = useText(staffText)
  const tRole = useText(roleText)
  const [asked, setAsked] = useState<{ given: GivenRole; words: string } | null>(null)
  const ending = useEndRole()
  const keys = deskKeys.map((key) => t(`key_${key}`)).join('、')
  const end = () => {
    const done = () => {
      setAsked(null)
      showToast(t('ended'))
    }
    if (asked) ending.mutate({ personId, given: asked.given }, { onSuccess: done })
  }
  return (
    <Card>
      <View className={styles.name}>{name}</View>
      <View className={styles.line}>
        {t('keys')}：{keys || t('noKey')}
      </View>
      <View className={styles.answers}>
        {roles.map((held) => {
          const words = t('roleAt', { role: tRole(held.role), place: held.scopeName })
          const given = givenRoleOf(held)
          return (
            <View key={words} className={styles.head}>
              <View>{words}</View>
              {given && (
                <Button label={t('endRoleLabel', { name, role: words })} onPress={() => setAsked({ given, words })}>
                  {t('endRole')}
                </Button>
              )}
            </View>
          )
        })}
      </View>
      <Dialog
        isOpen={asked !== null}
        title={t('endTitle', { name })}
        confirmWords={t('end')}
        isDanger
        isBusy={ending.isPending}
        onConfirm={end}
        onClose={() => setAsked(null)}
      >
        {ending.isError && <ErrorNotice error={ending.error} />}
        <View>{t('endWords', { name, role: asked?.words ?? '' })}</View>
      </Dialog>
    </Card>
  )
}
