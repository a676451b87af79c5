# The letter fonts, made once from Debian's Inter and OCR-B at configure time (cmake/fonts.py tells why) and
# embedded in the binary, so that a letter looks the same on every machine. Anew when the recipe is newer.
find_program(FRIST_FONTFORGE fontforge REQUIRED)
set(FRIST_FONT_RECIPE ${CMAKE_SOURCE_DIR}/cmake/fonts.py)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${FRIST_FONT_RECIPE})
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/fonts)

function(frist_font out source family weight scope)
  set(target ${CMAKE_BINARY_DIR}/fonts/${out})
  if(EXISTS ${target} AND ${target} IS_NEWER_THAN ${FRIST_FONT_RECIPE})
    return()
  endif()
  # A fixed date inside the font: the same source gives the same bytes.
  execute_process(COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=1704067200 ${FRIST_FONTFORGE} -quiet -lang=py
                          -script ${FRIST_FONT_RECIPE} ${source} ${target} ${family} ${weight} ${scope}
                  RESULT_VARIABLE failed ERROR_VARIABLE said OUTPUT_QUIET)
  if(failed OR NOT EXISTS ${target})
    message(FATAL_ERROR "the letter font ${out} could not be made from ${source} (packages fonts-inter, fonts-ocr-b): ${said}")
  endif()
endfunction()

frist_font(sans-400.ttf /usr/share/fonts/opentype/inter/Inter-Regular.otf "Frist Sans" 400 text)
frist_font(sans-600.ttf /usr/share/fonts/opentype/inter/Inter-SemiBold.otf "Frist Sans" 600 text)
frist_font(ocr-400.ttf /usr/share/fonts/opentype/ocr-b/OCRB.otf "Frist OCR" 400 digits)

# pkg-config asks for -pthread, which makes the compiler turn away the precompiled header; glibc needs it no more.
get_target_property(pango_options PkgConfig::PANGO INTERFACE_COMPILE_OPTIONS)
if(pango_options)
  list(REMOVE_ITEM pango_options -pthread)
  set_property(TARGET PkgConfig::PANGO PROPERTY INTERFACE_COMPILE_OPTIONS ${pango_options})
endif()
