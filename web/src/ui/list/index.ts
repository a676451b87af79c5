export { ListPage } from "./ListPage";
export { useListing } from "./useListing";
export { useWords } from "./useWords";
