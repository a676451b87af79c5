import { createContext, useContext } from "react";

/** What begins the ids of a form's fields: two forms of a page may have a field of the same name. */
export const FormId = createContext("");

/** The id of a field in its form. */
export const useFieldId = (name: string) => useContext(FormId) + name;
