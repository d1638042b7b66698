export { AppsAndInstances, type AppsAndInstancesProps } from './apps-and-instances.tsx'
export { MyApps, type MyAppsProps, type MyInstance } from './my-apps.tsx'
export { ResourcePermissions, type ResourcePermissionsProps } from './resource-permissions.tsx'
export { useSetDefault } from './use-set-default.ts'
