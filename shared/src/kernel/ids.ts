import { z } from 'zod'

/** Ids of rows are UUIDv7; ids of configuration are readable words. Brands keep one from standing in for another. */
export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const IssueId = z.uuid().brand<'IssueId'>()
export type IssueId = z.infer<typeof IssueId>
export const WorkItemId = z.uuid().brand<'WorkItemId'>()
export type WorkItemId = z.infer<typeof WorkItemId>
export const InboxMessageId = z.uuid().brand<'InboxMessageId'>()
export type InboxMessageId = z.infer<typeof InboxMessageId>
export const FollowUpId = z.uuid().brand<'FollowUpId'>()
export type FollowUpId = z.infer<typeof FollowUpId>
export const ReplyTemplateId = z.uuid().brand<'ReplyTemplateId'>()
export type ReplyTemplateId = z.infer<typeof ReplyTemplateId>
export const SavedViewId = z.uuid().brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>
export const FactId = z.uuid().brand<'FactId'>()
export type FactId = z.infer<typeof FactId>
export const HouseholdId = z.uuid().brand<'HouseholdId'>()
export type HouseholdId = z.infer<typeof HouseholdId>
export const ProxyGrantId = z.uuid().brand<'ProxyGrantId'>()
export type ProxyGrantId = z.infer<typeof ProxyGrantId>
export const AssistSessionId = z.uuid().brand<'AssistSessionId'>()
export type AssistSessionId = z.infer<typeof AssistSessionId>
export const FileId = z.uuid().brand<'FileId'>()
export type FileId = z.infer<typeof FileId>
export const CallId = z.uuid().brand<'CallId'>()
export type CallId = z.infer<typeof CallId>
export const SlotId = z.uuid().brand<'SlotId'>()
export type SlotId = z.infer<typeof SlotId>
/** A booking of a seat; a meal order, a childcare booking and a sign-up are each the booking with more to it. */
export const BookingId = z.uuid().brand<'BookingId'>()
export type BookingId = z.infer<typeof BookingId>
export const DishId = z.uuid().brand<'DishId'>()
export type DishId = z.infer<typeof DishId>
export const ChildId = z.uuid().brand<'ChildId'>()
export type ChildId = z.infer<typeof ChildId>
export const MediationCaseId = z.uuid().brand<'MediationCaseId'>()
export type MediationCaseId = z.infer<typeof MediationCaseId>
export const MediatorId = z.uuid().brand<'MediatorId'>()
export type MediatorId = z.infer<typeof MediatorId>
export const HomeVisitId = z.uuid().brand<'HomeVisitId'>()
export type HomeVisitId = z.infer<typeof HomeVisitId>
export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
export const StaffInvitationId = z.uuid().brand<'StaffInvitationId'>()
export type StaffInvitationId = z.infer<typeof StaffInvitationId>
export const DeliveryId = z.uuid().brand<'DeliveryId'>()
export type DeliveryId = z.infer<typeof DeliveryId>
export const HeldContentId = z.uuid().brand<'HeldContentId'>()
export type HeldContentId = z.infer<typeof HeldContentId>
export const PrivacyRequestId = z.uuid().brand<'PrivacyRequestId'>()
export type PrivacyRequestId = z.infer<typeof PrivacyRequestId>
export const PickUpId = z.uuid().brand<'PickUpId'>()
export type PickUpId = z.infer<typeof PickUpId>

const word = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens')
export const CommunityId = word.brand<'CommunityId'>()
export type CommunityId = z.infer<typeof CommunityId>
export const GridCellId = word.brand<'GridCellId'>()
export type GridCellId = z.infer<typeof GridCellId>
export const PlaceId = word.brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>
export const QueueId = word.brand<'QueueId'>()
export type QueueId = z.infer<typeof QueueId>
export const UnitId = word.brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>
export const VolunteerTeamId = word.brand<'VolunteerTeamId'>()
export type VolunteerTeamId = z.infer<typeof VolunteerTeamId>
export const CanteenId = word.brand<'CanteenId'>()
export type CanteenId = z.infer<typeof CanteenId>
export const CentreId = word.brand<'CentreId'>()
export type CentreId = z.infer<typeof CentreId>
export const ChildcareGroupId = word.brand<'ChildcareGroupId'>()
export type ChildcareGroupId = z.infer<typeof ChildcareGroupId>
export const ActivityId = word.brand<'ActivityId'>()
export type ActivityId = z.infer<typeof ActivityId>
export const GridRedrawId = word.brand<'GridRedrawId'>()
export type GridRedrawId = z.infer<typeof GridRedrawId>

/** The code of a service or an issue category (Open311 service_code). */
export const ServiceCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,60}$/, 'lower-case words joined by underscores')
  .brand<'ServiceCode'>()
export type ServiceCode = z.infer<typeof ServiceCode>
