import type { PropsWithChildren, ReactNode } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../people'
import { Page } from '../../ui/page'

interface KitchenPageProps {
  title: string
  action?: ReactNode
}

/** The frame of every page of the kitchen, for those who work there. */
export const KitchenPage = ({ title, action, children }: PropsWithChildren<KitchenPageProps>) => {
  const isStaff = useWorkCommunityId('meal.serve') !== undefined
  return (
    <Page isDesk isWide title={title} action={isStaff ? action : undefined}>
      <StaffOnly permission='meal.serve'>{children}</StaffOnly>
    </Page>
  )
}
