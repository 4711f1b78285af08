import type { CatalogueEntry } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { callPhone } from '../platform/call-phone'
import { useText } from '../platform/i18n/text'
import { openPage } from '../platform/navigation'
import type { ActingFor } from '../platform/session'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { FactList } from '../ui/fact-list'
import { bringEmergencyPage } from './bring-emergency-page'
import styles from './category.module.scss'
import { categoryText } from './category.text'
import { isOnlyInPerson } from './only-in-person'

interface CategoryDetailsProps {
  category: CatalogueEntry
  actingFor: ActingFor | null
  onOther: () => void
  onTellAnyway: () => void
}

/** What one should know before writing: danger first, then whose business it is, then how to say it. */
export const CategoryDetails = ({ category, actingFor, onOther, onTellAnyway }: CategoryDetailsProps) => {
  const t = useText(categoryText)
  return (
    <>
      {category.emergency && <EmergencyCard {...category.emergency} />}
      <Card>
        <View className={styles.chosen}>
          <View>
            <View className={styles.caption}>{t('chosenCategory')}</View>
            <View className={styles.strong}>{category.demo ? `${category.name}(${t('demo')})` : category.name}</View>
          </View>
          <Button icon='undo' onPress={onOther}>
            {t('otherCategory')}
          </Button>
        </View>
        <FactList
          facts={[
            { name: t('guidance'), value: category.guidance },
            { name: t('deadline'), value: category.deadline },
          ]}
        />
      </Card>
      {actingFor && isOnlyInPerson(category, actingFor) && (
        <Card tint='amber'>
          <View className={styles.strong}>{t('inPersonTitle')}</View>
          <View>{t('inPersonWords', { name: actingFor.name })}</View>
        </Card>
      )}
      {category.notOurs && !isOnlyInPerson(category, actingFor) && (
        <Card tint='amber'>
          <View className={styles.strong}>{t('notOursTitle')}</View>
          <View className={styles.spaced}>{t('notOursWords', { destination: category.notOurs.destination })}</View>
          {category.notOurs.phone && (
            <Button icon='speech' isWide onPress={onTellAnyway}>
              {t('tellAnyway')}
            </Button>
          )}
        </Card>
      )}
    </>
  )
}

const EmergencyCard = ({ advice, phone }: NonNullable<CatalogueEntry['emergency']>) => {
  const t = useText(categoryText)
  useEffect(bringEmergencyPage, [])
  return (
    <Card tint='red'>
      <View className={styles.strong}>{t('emergencyTitle')}</View>
      <View className={styles.spaced}>{advice}</View>
      <Button kind='danger' icon='phone' isWide onPress={() => callPhone(phone)}>
        {t('callNumber', { phone })}
      </Button>
      <Button kind='quiet' isWide onPress={() => openPage('communities/pages/emergency/index')}>
        {t('seeFirst')}
      </Button>
    </Card>
  )
}
