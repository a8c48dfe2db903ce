# Runs the check over data/slips.ttl and compares what it says with data/slips.txt.
execute_process(COMMAND "${PYTHON}" "${CHECK}" slips.ttl
  WORKING_DIRECTORY "${DATA}" OUTPUT_VARIABLE said RESULT_VARIABLE code)
file(READ "${DATA}/slips.txt" expected)
if(NOT code EQUAL 1)
  message(FATAL_ERROR "exit code ${code} where 1 is due")
endif()
if(NOT said STREQUAL expected)
  message(FATAL_ERROR "it said:\n${said}\nexpected (data/slips.txt):\n${expected}")
endif()
