export { ResourcePermissions, type ResourcePermissionsProps } from './resource-permissions.tsx'
